using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Junheng.Web.Tests.Accounts;

/// <summary>Tells SQLite on every connection how many pages its file may have, as a full disk would.</summary>
public sealed class PageLimit : DbConnectionInterceptor
{
    /// <summary>How many; a number below the present size means the present size.</summary>
    public long Pages { get; set; } = 1_000_000_000;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Pages}");
        command.ExecuteNonQuery();
    }
}
