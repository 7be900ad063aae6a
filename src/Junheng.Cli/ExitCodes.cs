namespace Junheng.Cli;

/// <summary>What the program tells its caller: a public contract.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Some county does not meet the standard; only with <c>--fail-on-not-met</c>.</summary>
    public const int NotMet = 1;

    /// <summary>Input or usage was refused; every finding is on standard error.</summary>
    public const int Refused = 2;

    /// <summary>An internal fault, named by an id on standard error.</summary>
    public const int Fault = 3;
}
