using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>Boundaries of counties and their way to recognition: versions and entries that are only added.</summary>
internal static class MapModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<BoundaryRow>(table => table.ToTable("boundaries").HasKey(row => new { row.ScopeId, row.Version }));
        model.Entity<RecognitionRow>(table => table.ToTable("recognition_entries").HasKey(row => new { row.ScopeId, row.Number }));
    }
}
