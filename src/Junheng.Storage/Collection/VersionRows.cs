using Junheng.Application.Collection;
using Junheng.Domain.Returns;
using Junheng.Storage.Model;

namespace Junheng.Storage.Collection;

/// <summary>Adds versions and events to a return within the caller's transaction.</summary>
internal static class VersionRows
{
    /// <summary>Adds a version; false when the return has another one than it expects, or the school may not change it.</summary>
    public static bool TryAdd(JunhengDatabase database, SchoolReturnRow head, NewVersion version, string actor, DateTimeOffset now)
    {
        if (head.Version != version.ExpectedVersion || !((ReturnState)head.State).IsOpenToSchool())
        {
            return false;
        }

        var from = head.State;
        database.ReturnVersions.Add(CollectionRows.Version(head.ScopeId, head.ReportYear, version, actor, now));
        head.Version++;
        head.State = (byte)version.To;
        (head.UpdatedAt, head.UpdatedBy) = (now, actor);
        (head.Errors, head.Questions, head.Confirmed) = (version.Errors, version.Questions, null);
        AddEvent(database, head, ReturnStep.Save, from, actor, now, "");
        return true;
    }

    /// <summary>Adds an event and raises the revision, so that whoever read an older one is refused.</summary>
    public static void AddEvent(JunhengDatabase database, SchoolReturnRow head, ReturnStep step, byte from, string actor, DateTimeOffset now, string reason)
    {
        head.Revision++;
        database.ReturnEvents.Add(new ReturnEventRow
        {
            ScopeId = head.ScopeId,
            ReportYear = head.ReportYear,
            SchoolCode = head.SchoolCode,
            Revision = head.Revision,
            Step = (byte)step,
            From = from,
            To = head.State,
            Version = head.Version,
            Actor = actor,
            At = now,
            Reason = reason,
        });
    }
}
