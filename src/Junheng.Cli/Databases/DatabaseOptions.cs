using Junheng.Cli.Arguments;
using Junheng.Cli.Texts;

namespace Junheng.Cli.Databases;

/// <summary>The options that say which database, the same for every command that has one.</summary>
internal static class DatabaseOptions
{
    public const string Database = "--database";
    public const string KeyFile = "--key-file";
    public const string UsualFile = ".data/junheng.db";
    public const string UsualKeyFile = ".data/junheng.key";

    /// <summary>The option of the database.</summary>
    public static OptionSpec DatabaseOption { get; } = new(Database, "PATH|CONNECTION", DatabaseTexts.Database);

    /// <summary>The option of the installation's key.</summary>
    public static OptionSpec KeyFileOption { get; } = new(KeyFile, "FILE", DatabaseTexts.KeyFile);

    /// <summary>Whether a setting is a connection string of a server; otherwise it is the path of the embedded file.</summary>
    public static bool IsServer(string setting) => setting.Contains('=', StringComparison.Ordinal);
}
