using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of the options that name a database.</summary>
internal static class DatabaseTexts
{
    public static LocalizedText Database { get; } = new(
        "数据库：文件路径，或服务器的连接串；默认 .data/junheng.db", "the database: a file, or a server's connection string; default .data/junheng.db");

    public static LocalizedText KeyFile { get; } = new(
        "安装密钥文件；默认为数据库文件名加 .key，服务器为 .data/junheng.key", "file of the installation's key; default the database's name and .key, for a server .data/junheng.key");
}
