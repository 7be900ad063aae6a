using Junheng.Application.Backup;
using Junheng.Cli.Arguments;
using Junheng.Cli.Commands;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Databases;

/// <summary>What backup, restore and upgrade share.</summary>
internal static class BackupOptions
{
    public const string PassphraseFile = "--passphrase-file";
    public const string PassphraseVariable = "JUNHENG_BACKUP_PASSPHRASE";
    private const int ShortestPassphrase = 8;

    /// <summary>The option of the passphrase.</summary>
    public static OptionSpec PassphraseOption { get; } = new(PassphraseFile, "FILE", BackupTexts.Passphrase);

    /// <summary>The passphrase: the first line of a file, or an environment variable; empty with an error added where there is none.</summary>
    public static string Passphrase(CommandCall call, UsageErrors errors)
    {
        var text = call.Arguments.Value(PassphraseFile) is { } path
            ? File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null
            : call.Terminal.Environment(PassphraseVariable);
        if (text is null || text.Length < ShortestPassphrase)
        {
            errors.Add(
                $"备份要有口令，至少 {ShortestPassphrase} 个字：写在文件第一行用 {PassphraseFile} 指明，或设环境变量 {PassphraseVariable}",
                $"A backup needs a passphrase of at least {ShortestPassphrase} characters: the first line of a file named by {PassphraseFile}, or the variable {PassphraseVariable}");
        }

        return text ?? "";
    }

    /// <summary>Writes a backup under a temporary name beside its place and then renames it: afterwards there is the whole backup, or none.</summary>
    public static ContentManifest Write(IBackups backups, string path, string passphrase)
    {
        ContentManifest? content = null;
        Output.JsonOutput.ToFile(path, stream => content = backups.WriteAsync(stream, passphrase, CancellationToken.None).GetAwaiter().GetResult());
        return content!;
    }

    /// <summary>What a database held, for people.</summary>
    public static void Print(CommandCall call, LocalizedText heading, string path, ContentManifest content)
    {
        var page = call.NewPage();
        page.Line(heading.Say(call.Language, path, content.Rows, content.Tables.Length, content.SchemaVersion), Pages.Tone.Strong);
        page.Line($"  sha256:{content.Hash}");
        call.Terminal.Write(page.ToString());
    }

    /// <summary>The words of a fault.</summary>
    public static LocalizedText Word(BackupFault fault) => fault switch
    {
        BackupFault.NotABackup => BackupTexts.NotABackup,
        BackupFault.WrongPassphrase => BackupTexts.WrongPassphrase,
        BackupFault.Damaged => BackupTexts.Damaged,
        BackupFault.NewerProgram => BackupTexts.NewerProgram,
        BackupFault.TargetNotEmpty => BackupTexts.TargetNotEmpty,
        _ => BackupTexts.NotTheSame,
    };
}
