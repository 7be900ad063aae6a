using Junheng.Storage;

namespace Junheng.Web.Features.Errors;

/// <summary>Catches what no page foresaw, writes it to the log under an id, and answers with that id only.</summary>
internal sealed partial class FaultPages(RequestDelegate next, ILogger<FaultPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; nobody is there to be told.
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await ErrorHandlers.TooLarge(context).ExecuteAsync(context);
        }
        catch (BadHttpRequestException) when (!context.Response.HasStarted)
        {
            await ErrorHandlers.NotFound(context).ExecuteAsync(context);
        }
        catch (Exception full) when (StorageFaults.IsFull(full) && !context.Response.HasStarted)
        {
            LogFull(full, ErrorHandlers.IdOf(context), context.Request.Path);
            await ErrorHandlers.Full(context).ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The host is the one place where every fault is caught.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFault(fault, ErrorHandlers.IdOf(context), context.Request.Path);
            await ErrorHandlers.Fault(context).ExecuteAsync(context);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Id} at {Path}")]
    private partial void LogFault(Exception fault, string id, string path);

    [LoggerMessage(Level = LogLevel.Critical, Message = "No room is left on the disk or in the database: {Id} at {Path}. Nothing of the request was stored")]
    private partial void LogFull(Exception fault, string id, string path);
}
