using System.Data.Common;
using Junheng.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Web.Composition;

/// <summary>Anchors the audit once a day and writes the line into the program's log, which is kept elsewhere than the database.</summary>
internal sealed partial class DailyAnchor(IAuditProof proof, TimeProvider clock, ILogger<DailyAnchor> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var anchored = DateOnly.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            try
            {
                if (today > anchored)
                {
                    Anchored(log, await proof.AnchorAsync(today, stoppingToken));
                    anchored = today;
                }
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or IOException)
            {
                NotAnchored(log, fault);
            }

            await Task.Delay(_pause, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    private static partial void Anchored(ILogger log, AnchorLine line);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit could not be anchored; it is tried again in an hour.")]
    private static partial void NotAnchored(ILogger log, Exception fault);
}
