namespace Junheng.Load;

/// <summary>Counts in the database what was acknowledged.</summary>
internal static class Reckoning
{
    /// <summary>Whether each acknowledged save is there as a version with its text, nothing else is, and the audit proves it.</summary>
    public static async Task<bool> RunAsync(SeededCounty county, IReadOnlyList<Clerk> clerks)
    {
        var (acknowledged, versions, wrong) = (0, 0, 0);
        foreach (var clerk in clerks)
        {
            var file = await county.FileAsync(clerk.School);
            acknowledged += clerk.Acknowledged;
            versions += file.Versions.Length;
            if (file.Versions.Length != clerk.Acknowledged || file.Head.Version != clerk.Acknowledged || file.Newest?.Texts.GetValueOrDefault(Clerk.Changed) != clerk.LastText)
            {
                wrong++;
            }
        }

        var audit = await county.AuditAsync();
        Console.WriteLine();
        Console.WriteLine($"acknowledged {acknowledged}, versions in the database {versions}, schools that differ {wrong}; audit sound: {audit.IsSound}, entries of the county {audit.Entries}");
        return wrong == 0 && versions == acknowledged && audit.IsSound && audit.Entries >= acknowledged;
    }
}
