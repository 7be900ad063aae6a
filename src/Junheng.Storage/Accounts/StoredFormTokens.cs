using System.Globalization;
using Junheng.Application.Accounts;
using Junheng.Application.Forms;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>Tokens of forms in the database. The key decides which of two that come at once is the first; those that come at the same time are claimed with one statement.</summary>
internal sealed class StoredFormTokens : IFormTokens
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(2);
    private static readonly TimeSpan _sweeps = TimeSpan.FromHours(1);
    private readonly IDbContextFactory<JunhengDatabase> _databases;
    private readonly Grouped<(string Hash, DateTimeOffset Now), FormClaim> _claims;
    private readonly Grouped<(string Hash, string Location), bool> _done;
    private DateTimeOffset _swept = DateTimeOffset.MinValue;

    public StoredFormTokens(IDbContextFactory<JunhengDatabase> databases)
    {
        _databases = databases;
        _claims = new(ClaimAsync);
        _done = new(DoneAsync);
    }

    public Task<FormClaim> ClaimAsync(string token, DateTimeOffset now, CancellationToken cancellation) => _claims.RunAsync((Tokens.Hash(token), now), cancellation);

    public Task DoneAsync(string token, string location, CancellationToken cancellation) => _done.RunAsync((Tokens.Hash(token), location), cancellation);

    public async Task ReleaseAsync(string token, CancellationToken cancellation)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellation);
        var hash = Tokens.Hash(token);
        await database.FormTokens.Where(row => row.ScopeId == AccountRows.Scope && row.TokenHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Claims tokens: of equal ones in the same run the first wins, as against those that are there already.</summary>
    private async Task<IReadOnlyList<FormClaim>> ClaimAsync(IReadOnlyList<(string Hash, DateTimeOffset Now)> claims)
    {
        await using var database = await _databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await SweepAsync(database, claims[0].Now);
        var distinct = claims.DistinctBy(claim => claim.Hash).ToList();
        var (values, parameters) = Values(distinct, claim => [AccountRows.Scope, claim.Hash, claim.Now.ToUnixTimeMilliseconds()]);
#pragma warning disable EF1002 // Only the places of parameters are put into the text.
        var first = (await database.Database
            .SqlQueryRaw<string>($"INSERT INTO form_tokens (scope_id, token_hash, taken_at) VALUES {values} ON CONFLICT DO NOTHING RETURNING token_hash AS \"Value\"", parameters)
            .ToListAsync()).ToHashSet(StringComparer.Ordinal);
#pragma warning restore EF1002
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (first.Count < claims.Count)
        {
            var asked = claims.Select(claim => claim.Hash).Distinct().ToList();
            known = await database.FormTokens.AsNoTracking().Where(row => row.ScopeId == AccountRows.Scope && asked.Contains(row.TokenHash)).ToDictionaryAsync(row => row.TokenHash, row => row.Location);
        }

        await transaction.CommitAsync();
        return [.. claims.Select(claim => first.Remove(claim.Hash) ? new FormClaim(true, null) : new FormClaim(false, known.GetValueOrDefault(claim.Hash)))];
    }

    private async Task<IReadOnlyList<bool>> DoneAsync(IReadOnlyList<(string Hash, string Location)> done)
    {
        await using var database = await _databases.CreateDbContextAsync();
        var (values, parameters) = Values(done, each => [each.Hash, each.Location]);
#pragma warning disable EF1002 // Only the places of parameters are put into the text.
        await database.Database.ExecuteSqlRawAsync(
            $"UPDATE form_tokens SET location = done.column2 FROM (VALUES {values}) AS done WHERE form_tokens.scope_id = {AccountRows.Scope} AND form_tokens.token_hash = done.column1", parameters);
#pragma warning restore EF1002
        return [.. done.Select(_ => true)];
    }

    /// <summary>Old tokens go once in a while, not with every form.</summary>
    private async Task SweepAsync(JunhengDatabase database, DateTimeOffset now)
    {
        if (now - _swept >= _sweeps)
        {
            _swept = now;
            await database.FormTokens.Where(row => row.ScopeId == AccountRows.Scope && row.TakenAt < now - _kept).ExecuteDeleteAsync();
        }
    }

    /// <summary>Rows of parameters: <c>({0}, {1}), ({2}, {3})</c>.</summary>
    private static (string Text, object[] Parameters) Values<TItem>(IReadOnlyList<TItem> items, Func<TItem, object[]> row)
    {
        var parameters = new List<object>();
        var rows = items.Select(item =>
        {
            var cells = row(item);
            var places = string.Join(", ", cells.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count + at}}}")));
            parameters.AddRange(cells);
            return $"({places})";
        }).ToList();
        return (string.Join(", ", rows), [.. parameters]);
    }
}
