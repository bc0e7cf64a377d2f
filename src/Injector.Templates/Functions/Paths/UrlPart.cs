namespace Injector.Templates.Functions.Paths;

/// <summary>Which part of an address a text stands in: it decides what needs escaping.</summary>
internal enum UrlPart
{
    Path,
    Host,
    User,
    Query,
    Fragment,
}
