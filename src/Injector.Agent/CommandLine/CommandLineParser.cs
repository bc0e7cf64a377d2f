using System.Globalization;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.CommandLine;

/// <summary>Reads the command line and notes every fault.</summary>
internal sealed class CommandLineParser
{
    private readonly List<string> _words = [];
    private readonly List<string> _configurations = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _faults = [];

    private CommandLineParser()
    {
    }

    public static AgentCommandLine Parse(IReadOnlyList<string> arguments)
    {
        var parser = new CommandLineParser();
        parser.Collect(arguments);
        return parser.Result();
    }

    private static bool TakesValue(string name) => name is
        "config" or "log-level" or "log-format" or "log-file" or "log-rotate-bytes" or "log-rotate-duration" or "log-rotate-max-files"
        or "address" or "ca-cert" or "ca-path" or "client-cert" or "client-key" or "tls-server-name" or "namespace" or "ns"
        or "o" or "output" or "format" or "timeout";

    private static bool IsSwitch(string name) => name is
        "exit-after-auth" or "combine-logs" or "tls-skip-verify" or "self" or "help" or "h" or "version" or "v";

    private void Collect(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-') || argument.Length < 2)
            {
                _words.Add(argument);
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? argument : argument[..equals]).TrimStart('-');
            if (TakesValue(name))
            {
                if (equals < 0 && i + 1 >= arguments.Count)
                {
                    Fault($"-{name} needs a value");
                    return;
                }

                Set(name, equals < 0 ? arguments[++i] : argument[(equals + 1)..]);
            }
            else if (IsSwitch(name))
            {
                SetSwitch(name, equals < 0 ? "true" : argument[(equals + 1)..]);
            }
            else
            {
                Fault($"'-{name}' is not known");
            }
        }
    }

    private void Set(string name, string value)
    {
        if (name == "config")
        {
            _configurations.Add(value);
        }
        else
        {
            _values[name] = value;
        }
    }

    private void SetSwitch(string name, string value)
    {
        if (!Contracts.Texts.GoBoolean.TryParse(value, out var on))
        {
            Fault($"-{name} is '{value}', which is neither true nor false");
        }
        else if (on)
        {
            _values[name] = "true";
        }
        else
        {
            _values.Remove(name);
        }
    }

    private AgentCommandLine Result()
    {
        var command = Command();
        return new AgentCommandLine
        {
            Command = command,
            Configurations = _configurations,
            ExitAfterAuth = Has("exit-after-auth"),
            LogLevel = Value("log-level"),
            LogFormat = Value("log-format"),
            LogFile = Value("log-file"),
            LogFileSettings = new LogFileSettings
            {
                RotateBytes = Number("log-rotate-bytes"),
                RotateDuration = Duration("log-rotate-duration"),
                MaxFiles = Number("log-rotate-max-files"),
            },
            CombineLogs = Has("combine-logs"),
            Output = Output(),
            Timeout = Value("timeout"),
            Connection = new VaultConnection
            {
                Address = Value("address"),
                CaCert = Value("ca-cert"),
                CaPath = Value("ca-path"),
                ClientCert = Value("client-cert"),
                ClientKey = Value("client-key"),
                TlsServerName = Value("tls-server-name"),
                TlsSkipVerify = Has("tls-skip-verify"),
                Namespace = Value("namespace") ?? Value("ns"),
            },
            Faults = _faults,
        };
    }

    private AgentCommand Command()
    {
        if (Has("version") || Has("v"))
        {
            return AgentCommand.Version;
        }

        if (Has("help") || Has("h"))
        {
            return AgentCommand.Help;
        }

        switch (_words)
        {
            case []:
                return AgentCommand.Help;
            case ["version"]:
                return AgentCommand.Version;
            case ["help"]:
                return AgentCommand.Help;
            case ["agent"]:
                return AgentCommand.Agent;
            case ["wait"] or ["agent", "wait"]:
                return AgentCommand.Wait;
            case ["status"] or ["agent", "status"]:
                return AgentCommand.Status;
            case ["health"] or ["agent", "health"]:
                return AgentCommand.Health;
            case ["token", "revoke"] when Has("self"):
                return AgentCommand.TokenRevokeSelf;
            case ["token", "revoke"]:
                Fault("'token revoke' revokes the agent's own token only: add -self");
                return AgentCommand.Help;
            default:
                Fault($"'{string.Join(' ', _words)}' is not a command");
                return AgentCommand.Help;
        }
    }

    private string? Output()
    {
        var form = Value("o") ?? Value("output") ?? Value("format");
        if (_words is [.., "status"] && form is not (null or "json" or "text"))
        {
            Fault($"'{form}' is no form of output: use json or text");
        }

        return form;
    }

    private int? Number(string name)
    {
        if (Value(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault($"-{name} is '{text}', which is not a whole number");
        return null;
    }

    private string? Duration(string name)
    {
        var text = Value(name);
        if (text is not null && !DurationText.TryParse(text, out _))
        {
            Fault($"-{name} is '{text}', which is not a duration");
        }

        return text;
    }

    private void Fault(string what) => _faults.Add(Catalogue.Agent.CommandLine.For("command line", what));

    private bool Has(string name) => _values.ContainsKey(name);

    private string? Value(string name) => _values.GetValueOrDefault(name);
}
