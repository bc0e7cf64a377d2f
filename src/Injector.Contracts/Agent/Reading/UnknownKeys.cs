namespace Injector.Contracts.Agent.Reading;

/// <summary>What an unknown key means: the reference refuses it in some sections and overlooks it in the others, where we warn.</summary>
internal enum UnknownKeys
{
    Warn,
    Refuse,
}
