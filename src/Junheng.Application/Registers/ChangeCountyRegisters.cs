using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;

namespace Junheng.Application.Registers;

/// <summary>
/// Use case: whoever keeps the registers of a county changes what is filed under it. What another county keeps is touched only by who keeps that one too. A county that is on
/// record but not in its register yet is entered with the first change.
/// </summary>
public sealed class ChangeCountyRegisters(ChangeRegisters change)
{
    /// <summary>The day from which a county is taken to be there where nothing else is known.</summary>
    public static readonly DateOnly SinceEver = new(1949, 10, 1);

    /// <summary>Enters changes, or tries them.</summary>
    /// <param name="county">The county.</param>
    /// <param name="mayKeep">Whether the author keeps the registers of a region, by its number.</param>
    /// <param name="request">What is to be changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ChangeOutcome> RunAsync(Region county, Func<long, bool> mayKeep, RegisterRequest request, CancellationToken cancellation) => change.RunAsync(
        request with
        {
            Changes = register => [.. Entry(register, county), .. request.Changes(With(register, county))],
            Guard = (before, after, events) => [.. Foreign(before, after, events, county, mayKeep), .. request.Guard?.Invoke(before, after, events) ?? []],
        },
        cancellation);

    /// <summary>The register with the county in it, to look things up in.</summary>
    public static Register With(Register register, Region county)
    {
        var entries = Entry(register, county);
        return entries.IsEmpty ? register : register.With(entries.Select(each => new RegisterEvent(register.LastNumber + 1, each.Effective, DateTimeOffset.UnixEpoch, "", each.Change)));
    }

    private static ImmutableArray<DatedChange> Entry(Register register, Region county)
    {
        var subject = new SubjectId(SubjectKind.Region, county.Scope.Value);
        return register.InForce.Any(each => each.Change is RegisterChange.Open open && open.Subject == subject)
            ? []
            : [new DatedChange(SinceEver, new RegisterChange.Open(subject, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("code", county.Code), KeyValuePair.Create("name", county.Name.Length > 0 ? county.Name : county.Code), KeyValuePair.Create("level", "county")])))];
    }

    private static IEnumerable<RegisterFinding> Foreign(Register before, Register after, ImmutableArray<RegisterEvent> events, Region county, Func<long, bool> mayKeep)
    {
        var (old, present) = (new Dictionary<DateOnly, RegisterSnapshot>(), new Dictionary<DateOnly, RegisterSnapshot>());
        foreach (var each in events)
        {
            var spoken = each.Change is RegisterChange.Undo undo ? before.Events.FirstOrDefault(other => other.Number == undo.Event) ?? each : each;
            foreach (var subject in spoken.Change.Subjects)
            {
                var regions = new[] { On(old, before, spoken.Effective).RegionOf(subject), On(present, after, spoken.Effective).RegionOf(subject) }.OfType<SubjectId>().Distinct();
                if (regions.FirstOrDefault(region => region.Number != county.Scope.Value && !mayKeep(region.Number)) is { Number: > 0 } foreign)
                {
                    var name = On(present, after, spoken.Effective).FindEver(foreign)?.Name ?? foreign.ToString();
                    yield return new RegisterFinding(each.Number, subject, "register.foreign", new($"{name} 的登记册不归您维护", $"The registers of {name} are not yours to keep"), new("请同时有两县权限的人员办理，或请对方县办理", "Ask somebody who keeps both, or the other county"));
                }
            }
        }
    }

    private static RegisterSnapshot On(Dictionary<DateOnly, RegisterSnapshot> days, Register register, DateOnly day) =>
        days.TryGetValue(day, out var known) ? known : days[day] = register.AsAt(day);
}
