// Containers run Linux: file modes, signals and sockets are used without asking for the platform.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
