using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Collection;
using Junheng.Application.Import;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Domain.Returns;
using Junheng.Storage.Accounts;
using Junheng.Storage.Audit;
using Junheng.Storage.Imports;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Collection;

/// <summary>
/// Rounds and returns in the database. A return carries a revision that every change raises: a writer that read an older one is refused, so of two writers at once one
/// stores and the other looks again.
/// </summary>
internal sealed class CollectionStore(IDbContextFactory<JunhengDatabase> databases, ImportWriter imports, AuditChain audit, TimeProvider clock) : ICollectionStore
{
    private readonly SavesTogether _saves = new(databases, audit, clock);
    private readonly ReturnsAtHand _atHand = new(databases);
    private readonly DraftsTogether _drafts = new(databases);
    private readonly GroupedByKey<long, bool, ImmutableArray<CollectionRound>> _rounds = new((scope, asked) => RoundsAsync(databases, scope, asked));

    public Task<ImmutableArray<CollectionRound>> RoundsAsync(ScopeId scope, CancellationToken cancellation) => _rounds.RunAsync(scope.Value, true, cancellation);

    public Task<bool> OpenAsync(CollectionRound round, ImmutableArray<AskedSchool> schools, string actor, CancellationToken cancellation) => WriteAsync(
        async (database, entries) =>
        {
            if (await database.Rounds.AnyAsync(row => row.ScopeId == round.Scope.Value && row.ReportYear == round.ReportYear, cancellation))
            {
                return false;
            }

            database.Rounds.Add(new RoundRow
            {
                ScopeId = round.Scope.Value,
                ReportYear = round.ReportYear,
                Title = round.Title,
                Opens = round.Opens,
                Deadline = round.Deadline,
                ConfirmBy = round.ConfirmBy,
                StandardId = round.StandardId,
            });
            database.SchoolReturns.AddRange(schools.Select(school => new SchoolReturnRow
            {
                ScopeId = round.Scope.Value,
                ReportYear = round.ReportYear,
                SchoolCode = school.Code,
                Name = school.Name,
                Type = (byte)school.Type,
                Township = school.Township,
            }));
            entries.Add(Entry(round.Scope, actor, "return.open-round", $"round/{round.ReportYear}", null, $"{round.Opens:yyyy-MM-dd}–{round.Deadline:yyyy-MM-dd}, {schools.Length}"));
            return true;
        },
        cancellation);

    public async Task<ImmutableArray<SchoolReturn>> ReturnsAsync(ScopeId scope, int year, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await Heads(database, scope.Value, year).AsNoTracking().OrderBy(row => row.SchoolCode).ToListAsync(cancellation);
        return [.. rows.Select(CollectionRows.Head)];
    }

    public async Task<ReturnFile?> FindAsync(ScopeId scope, int year, string schoolCode, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await Snapshot.BeginAsync(database, cancellation);
        if (await Heads(database, scope.Value, year).AsNoTracking().FirstOrDefaultAsync(row => row.SchoolCode == schoolCode, cancellation) is not { } head)
        {
            return null;
        }

        var versions = await database.ReturnVersions.AsNoTracking()
            .Where(row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode).OrderBy(row => row.Number).ToListAsync(cancellation);
        var events = await database.ReturnEvents.AsNoTracking()
            .Where(row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode).OrderBy(row => row.Revision).ToListAsync(cancellation);
        var objections = await database.Objections.AsNoTracking()
            .Where(row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode).OrderBy(row => row.Number).ToListAsync(cancellation);
        return new ReturnFile(
            CollectionRows.Head(head),
            [.. versions.Select(CollectionRows.Version)],
            [.. events.Select(CollectionRows.Event)],
            [.. objections.Select(CollectionRows.Objection)]);
    }

    public async Task<ImmutableArray<(SchoolReturn Head, ReturnVersion Newest)>> NewestAsync(ScopeId scope, int year, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await (
            from head in Heads(database, scope.Value, year)
            join version in database.ReturnVersions
                on new { head.ScopeId, head.ReportYear, head.SchoolCode, Number = head.Version } equals new { version.ScopeId, version.ReportYear, version.SchoolCode, version.Number }
            orderby head.SchoolCode
            select new { head, version }).AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(row => (CollectionRows.Head(row.head), CollectionRows.Version(row.version)))];
    }

    public Task<ReturnFile?> AtHandAsync(ScopeId scope, int year, string schoolCode, int version, CancellationToken cancellation) =>
        _atHand.FindAsync(scope, year, schoolCode, version, cancellation);

    public Task<bool> StoreAsync(ScopeId scope, int year, ImmutableArray<NewVersion> versions, string actor, CancellationToken cancellation) => versions is [{ Way: EntryWay.Form } one]
        ? _saves.StoreAsync(scope, year, one, actor, cancellation)
        : WriteAsync(
            async (database, entries) =>
            {
                var now = clock.GetUtcNow();
                var codes = versions.Select(version => version.SchoolCode).ToList();
                var heads = await Heads(database, scope.Value, year).Where(row => codes.Contains(row.SchoolCode)).ToDictionaryAsync(row => row.SchoolCode, cancellation);
                if (!versions.All(version => heads.TryGetValue(version.SchoolCode, out var head) && VersionRows.TryAdd(database, head, version, actor, now)))
                {
                    return false;
                }

                entries.AddRange(versions
                    .GroupBy(version => (version.Way, version.Batch))
                    .SelectMany(group => group.Key.Way == EntryWay.Form
                        ? group.Select(version => SavesTogether.Entry(scope.Value, year, version, actor, clock.GetLocalNow()))
                        : [Entry(scope, actor, group.Key.Way == EntryWay.Undo ? "return.undo-import" : "return.import", $"round/{year}", null, $"{group.Count()} {group.Key.Batch}".TrimEnd())]));
                return true;
            },
            cancellation);

    public Task<bool> StepAsync(ScopeId scope, int year, ImmutableArray<NewStep> steps, string actor, ApprovedProposal? approval, CancellationToken cancellation) => WriteAsync(
        async (database, entries) => await IsApprovedAsync(database, entries, approval, cancellation) && await StepAsync(database, entries, scope.Value, year, steps, actor, cancellation),
        cancellation);

    public Task<bool> ConfirmAsync(ScopeId scope, int year, string schoolCode, int version, string actor, CancellationToken cancellation) => WriteAsync(
        async (database, entries) =>
        {
            if (await Heads(database, scope.Value, year).FirstOrDefaultAsync(row => row.SchoolCode == schoolCode, cancellation) is not { } head
                || head.Version != version || head.State != (byte)ReturnState.Approved || head.OpenObjections > 0)
            {
                return false;
            }

            head.Confirmed = clock.GetUtcNow();
            head.Revision++;
            entries.Add(Entry(scope, actor, "return.confirm", Subject(year, schoolCode), null, Number(version)));
            return true;
        },
        cancellation);

    public Task<bool> ObjectAsync(ScopeId scope, int year, string schoolCode, string field, string text, string actor, CancellationToken cancellation) => WriteAsync(
        async (database, entries) =>
        {
            var head = await Heads(database, scope.Value, year).SingleAsync(row => row.SchoolCode == schoolCode, cancellation);
            if (head.State != (byte)ReturnState.Approved)
            {
                return false;
            }

            var number = 1 + (await database.Objections
                .Where(row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode).MaxAsync(row => (int?)row.Number, cancellation) ?? 0);
            database.Objections.Add(new ObjectionRow
            {
                ScopeId = scope.Value,
                ReportYear = year,
                SchoolCode = schoolCode,
                Number = number,
                Field = field,
                Text = text,
                By = actor,
                At = clock.GetUtcNow(),
            });
            head.OpenObjections++;
            head.Confirmed = null;
            head.Revision++;
            entries.Add(Entry(scope, actor, "return.object", Subject(year, schoolCode), null, Number(number)));
            return true;
        },
        cancellation);

    public Task<bool> AnswerAsync(ScopeId scope, int year, string schoolCode, int objection, string answer, bool isUpheld, string actor, CancellationToken cancellation) => WriteAsync(
        async (database, entries) =>
        {
            var head = await Heads(database, scope.Value, year).SingleAsync(row => row.SchoolCode == schoolCode, cancellation);
            var row = await database.Objections.FirstOrDefaultAsync(
                row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode && row.Number == objection, cancellation);
            if (row is null || row.AnsweredBy.Length > 0)
            {
                return false;
            }

            (row.Answer, row.AnsweredBy, row.IsUpheld) = (answer, actor, isUpheld);
            head.OpenObjections--;
            entries.Add(Entry(scope, actor, "return.answer-objection", Subject(year, schoolCode), Number(objection), isUpheld ? "upheld" : "answered"));
            var step = new NewStep(schoolCode, ReturnStep.SendBack, (ReturnState)head.State, ReturnState.SentBack, head.Version, answer);
            if (isUpheld && ReturnWorkflow.Take(step.From, step.Step, answer) is StepOutcome.Allowed)
            {
                return await StepAsync(database, entries, scope.Value, year, [step], actor, cancellation);
            }

            head.Revision++;
            return true;
        },
        cancellation);

    public Task<bool> FreezeAsync(ScopeId scope, int year, YearFreeze freeze, ImportBatch figures, ImmutableArray<NewStep> steps, ApprovedProposal? approval, CancellationToken cancellation) => WriteAsync(
        async (database, entries) =>
        {
            if (!await IsApprovedAsync(database, entries, approval, cancellation))
            {
                return false;
            }

            await imports.WriteAsync(database, figures, cancellation);
            database.Freezes.Add(new FreezeRow
            {
                ScopeId = scope.Value,
                ReportYear = year,
                Version = freeze.Version,
                DataSha256 = freeze.DataSha256,
                StandardHash = freeze.StandardHash,
                SettingsSha256 = freeze.SettingsSha256,
                ProposedBy = freeze.ProposedBy,
                ApprovedBy = freeze.ApprovedBy,
                At = freeze.At,
            });
            entries.Add(Entry(scope, freeze.ApprovedBy, "return.freeze-year", $"round/{year}", freeze.ProposedBy, $"{freeze.Version} {freeze.DataSha256}"));
            return await StepAsync(database, entries, scope.Value, year, steps, freeze.ApprovedBy, cancellation);
        },
        cancellation);

    public Task KeepDraftAsync(ScopeId scope, int year, string schoolCode, string person, ReturnDraft draft, CancellationToken cancellation) =>
        _drafts.KeepAsync(scope, year, schoolCode, person, draft, cancellation);

    public async Task<ReturnDraft?> DraftAsync(ScopeId scope, int year, string schoolCode, string person, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var row = await database.Drafts.AsNoTracking().FirstOrDefaultAsync(
            row => row.ScopeId == scope.Value && row.ReportYear == year && row.SchoolCode == schoolCode && row.Person == person, cancellation);
        if (row is null)
        {
            return null;
        }

        var newest = await database.ReturnVersions.AsNoTracking()
            .Where(version => version.ScopeId == scope.Value && version.ReportYear == year && version.SchoolCode == schoolCode && version.Author == person)
            .OrderByDescending(version => version.Number).Select(version => (DateTimeOffset?)version.At).FirstOrDefaultAsync(cancellation);
        return CollectionRows.Draft(row) with { IsSaved = newest >= row.At };
    }

    private static async Task<IReadOnlyList<ImmutableArray<CollectionRound>>> RoundsAsync(IDbContextFactory<JunhengDatabase> databases, long scope, IReadOnlyList<bool> asked)
    {
        await using var database = await databases.CreateDbContextAsync();
        var freezes = await database.Freezes.AsNoTracking().Where(row => row.ScopeId == scope).ToListAsync();
        var rounds = await database.Rounds.AsNoTracking().Where(row => row.ScopeId == scope).OrderByDescending(row => row.ReportYear).ToListAsync();
        ImmutableArray<CollectionRound> found = [.. rounds.Select(row => CollectionRows.Round(row, freezes.Where(freeze => freeze.ReportYear == row.ReportYear).MaxBy(freeze => freeze.Version)))];
        return [.. asked.Select(_ => found)];
    }

    /// <summary>Approves the proposal that is carried out; false when it is open no longer.</summary>
    private static async Task<bool> IsApprovedAsync(JunhengDatabase database, List<AuditEntry> entries, ApprovedProposal? approval, CancellationToken cancellation)
    {
        if (approval is null)
        {
            return true;
        }

        entries.Add(approval.Entry);
        return await ProposalRows.MoveAsync(database, approval.Decision.Proposal, ProposalState.Open, ProposalState.Approved, approval.Decision, cancellation);
    }

    private static IQueryable<SchoolReturnRow> Heads(JunhengDatabase database, long scope, int year) =>
        database.SchoolReturns.Where(row => row.ScopeId == scope && row.ReportYear == year);

    private async Task<bool> StepAsync(JunhengDatabase database, List<AuditEntry> entries, long scope, int year, ImmutableArray<NewStep> steps, string actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var codes = steps.Select(step => step.SchoolCode).ToList();
        var heads = await Heads(database, scope, year).Where(row => codes.Contains(row.SchoolCode)).ToDictionaryAsync(row => row.SchoolCode, cancellation);
        foreach (var step in steps)
        {
            if (!heads.TryGetValue(step.SchoolCode, out var head) || head.Version != step.Version || head.State != (byte)step.From)
            {
                return false;
            }

            head.State = (byte)step.To;
            head.Confirmed = step.To is ReturnState.Frozen ? head.Confirmed : null;
            VersionRows.AddEvent(database, head, step.Step, (byte)step.From, actor, now, step.Reason);
            entries.Add(Entry(new ScopeId(scope), actor, $"return.{step.Step.ToString().ToLowerInvariant()}", Subject(year, step.SchoolCode), step.From.Id(), step.To.Id()));
        }

        return true;
    }

    /// <summary>Writes in one transaction with its entries of the audit; false and nothing written when the work says so or when another writer was first.</summary>
    private async Task<bool> WriteAsync(Func<JunhengDatabase, List<AuditEntry>, Task<bool>> work, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        try
        {
            var entries = new List<AuditEntry>();
            if (!await work(database, entries))
            {
                return false;
            }

            await database.SaveChangesAsync(cancellation);
            await audit.AppendAsync(database, entries, cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException fault) when (WriteConflict.Is(fault))
        {
            return false;
        }
    }

    private static string Subject(int year, string schoolCode) => string.Create(CultureInfo.InvariantCulture, $"return/{year}/{schoolCode}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private AuditEntry Entry(ScopeId scope, string actor, string action, string subject, string? from, string? to) =>
        new(scope, actor, action, subject, AuditResults.Done, clock.GetLocalNow()) { Change = new ValueChange(from, to) };
}
