using System.Globalization;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Grants;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;
using Junheng.Web.Features.Collection;
using Junheng.Web.Gate;
using SubjectKind = Junheng.Domain.Registers.SubjectKind;

namespace Junheng.Web.Features.Registers;

/// <summary>The registers of a county with who reads them.</summary>
/// <param name="County">The county.</param>
/// <param name="Kind">Which register.</param>
/// <param name="Day">As at this day.</param>
/// <param name="MayKeep">Whether the reader keeps them.</param>
public sealed record RegisterView(Region County, SubjectKind Kind, DateOnly Day, bool MayKeep)
{
    /// <summary>The registers that the reader may look into: people only by who keeps them.</summary>
    public IEnumerable<SubjectKind> Kinds => RegisterFields.Kinds.Where(kind => MayKeep || RegisterFields.PersonalOf(kind).IsEmpty);

    /// <summary>The county as the register numbers it.</summary>
    public SubjectId Region => new(SubjectKind.Region, County.Scope.Value);

    /// <summary>The address of a register on this day.</summary>
    public string Address(SubjectKind kind) => $"/registers?{Query}&kind={SubjectId.NameOf(kind)}&day={Day:yyyy-MM-dd}";

    /// <summary>The address of a subject's page.</summary>
    public string Of(SubjectId subject) => $"/registers/{subject}?{Query}&day={Day:yyyy-MM-dd}";

    /// <summary>The address of something that is done with this register.</summary>
    public string Act(string what) => $"/registers/{what}?{Query}&kind={SubjectId.NameOf(Kind)}";

    private string Query => $"county={Uri.EscapeDataString(County.Code)}";
}

/// <summary>Finds the register that an address names.</summary>
internal sealed class RegisterDesk(CollectionDesk desk, ICountyReturns returns, TimeProvider clock)
{
    /// <summary>The view; null where the address names no register that the reader may see.</summary>
    public async Task<RegisterView?> FindAsync(HttpContext context, string? kind, string? day, CancellationToken cancellation)
    {
        if (context.Features.Get<AskedCounty>()?.Code is not { } code || await desk.CountyAsync(code, cancellation) is not { } county || DayOf(day) is not { } asked)
        {
            return null;
        }

        var view = new RegisterView(county, string.IsNullOrEmpty(kind) ? SubjectKind.School : SubjectId.ParseKind(kind), asked, desk.May(context, AccessAction.EnterFigures, county));
        return view.Kinds.Contains(view.Kind) ? view : null;
    }

    /// <summary>Whether the reader keeps the registers of a region, by its number.</summary>
    public async Task<Func<long, bool>> MayKeepAsync(HttpContext context, CancellationToken cancellation)
    {
        var kept = (await returns.CountiesAsync(cancellation)).Where(county => desk.May(context, AccessAction.EnterFigures, county)).Select(county => county.Scope.Value).ToHashSet();
        return kept.Contains;
    }

    /// <summary>A day as it stands in an address or form; today where there is none, null where it is no day.</summary>
    public DateOnly? DayOf(string? day) =>
        string.IsNullOrEmpty(day) ? GiveGrants.Today(clock)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked
        : null;
}
