using System.Globalization;

namespace Junheng.Storage.Tests.Crashes;

/// <summary>How often is killed, and the record of it.</summary>
internal static class KillCount
{
    /// <summary>Decides the moments.</summary>
    public static int Seed => Number("JUNHENG_KILLS_SEED") ?? 7;

    public static int Of(int usual) => Number("JUNHENG_KILLS") ?? usual;

    /// <summary>Notes kills that were all survived, in the file that <c>JUNHENG_KILLS_RECORD</c> names.</summary>
    public static void Note(string database, string work, int kills)
    {
        if (Environment.GetEnvironmentVariable("JUNHENG_KILLS_RECORD") is { Length: > 0 } record)
        {
            File.AppendAllText(record, string.Create(CultureInfo.InvariantCulture, $"{database}\t{work}\t{kills}\n"));
        }
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
