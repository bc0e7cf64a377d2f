#!/usr/bin/env node
// Stands in for the `vault` command while the pages' commands are tested: the few subcommands that the pages use, as calls of Vault's HTTP API.
// The server is the sandbox's, which reaches no cluster: where the page names the cluster's API, it is given the keys that a token review would use.
import { readFileSync } from 'node:fs';

const { VAULT_ADDR: address, VAULT_TOKEN: token, STAND_IN_TOKEN_KEYS: keys } = process.env;

function fail(message) {
  console.error(`stand-in for vault: ${message}`);
  process.exit(64);
}

async function call(method, path, body) {
  const answer = await fetch(`${address}/v1/${path}`, { method, headers: { 'X-Vault-Token': token }, body: JSON.stringify(body) });
  if (!answer.ok) {
    console.error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    process.exit(2);
  }
  console.log(`Success! ${path}`);
}

function pairs(words) {
  return Object.fromEntries(words.map((word) => {
    const at = word.indexOf('=');
    return at > 0 ? [word.slice(0, at), word.slice(at + 1)] : fail(`'${word}' is no pair`);
  }));
}

function options(words) {
  return pairs(words.filter((word) => word.startsWith('-')).map((word) => word.replace(/^--?/, '')));
}

const words = process.argv.slice(2);
const [first, second, third] = words;
if (first === 'auth' && second === 'enable' && words.length === 3) {
  await call('POST', `sys/auth/${third}`, { type: third });
} else if (first === 'secrets' && second === 'enable') {
  const { path, version } = options(words.slice(2));
  await call('POST', `sys/mounts/${path}`, { type: words.at(-1), options: { version } });
} else if (first === 'policy' && second === 'write' && words[3] === '-') {
  await call('POST', `sys/policies/acl/${third}`, { policy: readFileSync(0, 'utf8') });
} else if (first === 'kv' && second === 'put') {
  const [mount, ...rest] = third.split('/');
  await call('POST', `${mount}/data/${rest.join('/')}`, { data: pairs(words.slice(3)) });
} else if (first === 'write') {
  const body = pairs(words.slice(2));
  await call('POST', second, second === 'auth/kubernetes/config' ? { ...body, pem_keys: [readFileSync(keys, 'utf8')] } : body);
} else {
  fail(`'${words.join(' ')}' is not known. Add it to vault.mjs.`);
}
