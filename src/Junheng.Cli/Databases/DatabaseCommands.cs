namespace Junheng.Cli.Databases;

/// <summary>The commands that work on a database.</summary>
internal static class DatabaseCommands
{
    private const string DynamicCode = "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["audit", "backup", "restore", "upgrade", "person"];

    /// <summary>
    /// The program runs without code made at run time, for a quick start; queries on a database need it. The runtime asks once, so this comes before everything else.
    /// </summary>
    /// <param name="args">The command line.</param>
    public static void AllowCompiledQueries(string[] args)
    {
        if (args.Any(Names.Contains))
        {
            AppContext.SetSwitch(DynamicCode, true);
        }
    }
}
