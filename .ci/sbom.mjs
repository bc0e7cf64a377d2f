// Writes a CycloneDX bill of materials and a licence report for each published program, from what NuGet resolved for it.
//   node .ci/sbom.mjs OUTPUT_FOLDER PROJECT...
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [output, ...projects] = process.argv.slice(2);
if (!output || projects.length === 0) {
  console.error('usage: node .ci/sbom.mjs OUTPUT_FOLDER PROJECT...');
  process.exit(64);
}

const version = /<Version>([^<]+)</.exec(readFileSync('Directory.Build.props', 'utf8'))[1];

// Tools of the build, of which nothing is in the programs.
const buildTools = new Set(['Microsoft.DotNet.ILCompiler', 'Microsoft.NET.ILLink.Tasks']);

// Packages whose nuspec gives only a file or an address, looked up by hand.
const knownLicences = { 'runtime.linux-x64.Microsoft.DotNet.ILCompiler': 'MIT', 'Microsoft.DotNet.ILCompiler': 'MIT' };

function licenceOf(name, nuspec) {
  const expression = /<license type="expression">([^<]+)<\/license>/.exec(nuspec);
  return expression ? expression[1] : knownLicences[name] ?? 'see package';
}

function component(name, packageVersion, folders) {
  const folder = folders.map((root) => join(root, name.toLowerCase(), packageVersion)).find(existsSync);
  const nuspec = folder ? readFileSync(join(folder, `${name.toLowerCase()}.nuspec`), 'utf8') : '';
  const hash = folder && existsSync(join(folder, `${name.toLowerCase()}.${packageVersion}.nupkg.sha512`))
    ? Buffer.from(readFileSync(join(folder, `${name.toLowerCase()}.${packageVersion}.nupkg.sha512`), 'utf8').trim(), 'base64').toString('hex')
    : undefined;
  return {
    type: 'library',
    'bom-ref': `pkg:nuget/${name}@${packageVersion}`,
    name,
    version: packageVersion,
    scope: buildTools.has(name) ? 'excluded' : 'required',
    purl: `pkg:nuget/${name}@${packageVersion}`,
    licenses: [{ expression: licenceOf(name, nuspec) }],
    ...(hash ? { hashes: [{ alg: 'SHA-512', content: hash }] } : {}),
  };
}

// The static binaries carry these system libraries; a dynamic build takes them from its base image instead.
const systemLibraries = [
  { name: 'glibc', debian: 'libc6-dev', licence: 'LGPL-2.1-or-later' },
  { name: 'libgcc', debian: 'libgcc-12-dev', licence: 'GPL-3.0-or-later WITH GCC-exception-3.1' },
  { name: 'openssl', debian: 'libssl-dev', licence: 'Apache-2.0' },
  { name: 'zlib', debian: 'zlib1g-dev', licence: 'Zlib' },
];

function systemComponent({ name, debian, licence }) {
  const query = spawnSync('dpkg-query', ['--show', '--showformat=${Version}', debian], { encoding: 'utf8' });
  const found = query.status === 0 ? query.stdout.trim() : 'unknown';
  const purl = `pkg:deb/debian/${debian}@${encodeURIComponent(found)}`;
  return { type: 'library', 'bom-ref': purl, name, version: found, scope: 'required', purl, licenses: [{ expression: licence }] };
}

// The packs of the shared frameworks come as downloads, not as references; their code is in the programs all the same.
function frameworkPacks(assets) {
  const framework = Object.values(assets.project.frameworks)[0];
  const wanted = [/^Microsoft\.NETCore\.App\.Runtime\.NativeAOT\./];
  if ('Microsoft.AspNetCore.App' in framework.frameworkReferences) {
    wanted.push(/^Microsoft\.AspNetCore\.App\.Runtime\./);
  }
  return framework.downloadDependencies
    .filter(({ name }) => wanted.some((pattern) => pattern.test(name)))
    .map(({ name, version: range }) => [name, /\[([^,\]]+)/.exec(range)[1]]);
}

function billOf(project) {
  const assets = JSON.parse(readFileSync(join('artifacts', 'obj', project, 'project.assets.json'), 'utf8'));
  const folders = Object.keys(assets.packageFolders);
  const components = Object.entries(assets.libraries)
    .filter(([, library]) => library.type === 'package')
    .map(([id]) => id.split('/'))
    .filter(([name]) => !name.includes('Analyzers'))
    .concat(frameworkPacks(assets))
    .map(([name, packageVersion]) => component(name, packageVersion, folders))
    .concat(systemLibraries.map(systemComponent))
    .sort((left, right) => left.purl.localeCompare(right.purl, 'en'));
  // The serial number is made from the content, so that the same sources give the same bytes.
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const serial = [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': project, name: project, version, licenses: [{ license: { id: 'Apache-2.0' } }] } },
    components,
    dependencies: [{ ref: project, dependsOn: components.filter(({ scope }) => scope === 'required').map((entry) => entry['bom-ref']) }],
  };
}

mkdirSync(output, { recursive: true });
const lines = ['# Licences of what is shipped', ''];
for (const project of projects) {
  const bill = billOf(project);
  writeFileSync(join(output, `${project}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  lines.push(`## ${project} ${version}`, '', '| package | version | licence |', '|---|---|---|');
  lines.push(...bill.components.filter(({ scope }) => scope === 'required').map((entry) => `| ${entry.name} | ${entry.version} | ${entry.licenses[0].expression} |`), '');
  const unknown = bill.components.filter((entry) => entry.licenses[0].expression === 'see package').map(({ name }) => name);
  if (unknown.length > 0) {
    console.error(`sbom: the licence of ${unknown.join(', ')} is not known. Look it up and add it to knownLicences.`);
    process.exitCode = 1;
  }
  console.log(`${join(output, `${project}.cdx.json`)}: ${bill.components.length} packages`);
}

writeFileSync(join(output, 'licences.md'), `${lines.join('\n')}`);
