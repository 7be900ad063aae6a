using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Model;

/// <summary>The registers: events, and beside them what is personal. Pupils, guardians and addresses have their place; their pages come later.</summary>
internal static class RegisterModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<RegisterEventRow>(table =>
        {
            table.ToTable("register_events").HasKey(row => new { row.ScopeId, row.Number });
            table.HasIndex(row => new { row.ScopeId, row.EffectiveOn });
        });
        model.Entity<RegisterHeadRow>(table =>
        {
            table.ToTable("register_heads").HasKey(row => row.ScopeId);
            table.Property(row => row.ScopeId).ValueGeneratedNever();
        });
        model.Entity<PersonRow>(table => table.ToTable("persons").HasKey(row => new { row.ScopeId, row.Person, row.Version }));
        model.Entity<PupilRow>(table =>
        {
            table.ToTable("pupils").HasKey(row => new { row.ScopeId, row.PupilId, row.ValidFrom });
            table.HasIndex(row => new { row.ScopeId, row.ClassNumber });
        });
        model.Entity<GuardianRow>(table => table.ToTable("guardians").HasKey(row => new { row.ScopeId, row.PupilId, row.Person, row.ValidFrom }));
        model.Entity<AddressRow>(table => table.ToTable("addresses").HasKey(row => new { row.ScopeId, row.Person, row.ValidFrom }));
    }
}
