using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Regions;

namespace Junheng.Application.Recognition;

/// <summary>What came of entering where a county stands.</summary>
public enum RecognitionOutcome
{
    /// <summary>It is entered.</summary>
    Done,

    /// <summary>The planned year is no year from this one to 2050.</summary>
    BadYear,

    /// <summary>The day is no day, lies ahead, or before the last entry's.</summary>
    BadDay,

    /// <summary>A step is left out or taken back without saying why.</summary>
    NoteMissing,

    /// <summary>The note is too long.</summary>
    NoteTooLong,

    /// <summary>Somebody else entered something meanwhile.</summary>
    Outdated,
}

/// <summary>What somebody wrote into the form.</summary>
/// <param name="PlannedYear">A year; blank for none.</param>
/// <param name="State">The state.</param>
/// <param name="OnDate">yyyy-MM-dd.</param>
/// <param name="Note">Why.</param>
/// <param name="BasedOn">Number of the entry that the form showed; 0 for none.</param>
public sealed record RecognitionForm(string PlannedYear, RecognitionState State, string OnDate, string Note, int BasedOn);

/// <summary>Use case: enter where a county stands on its way to recognition. One step forward needs no words; leaving one out or going back does.</summary>
public sealed class EnterRecognition(IRecognitions recognitions, TimeProvider clock)
{
    private const int LastYear = 2050;
    private const int LongestNote = 400;

    /// <summary>Enters it.</summary>
    public async Task<RecognitionOutcome> RunAsync(Region county, RecognitionForm form, string actor, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var last = (await recognitions.OfAsync(county.Scope, cancellation)).LastOrDefault();
        int? planned = int.TryParse(form.PlannedYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
        if ((planned is null && form.PlannedYear.Length > 0) || planned > LastYear || (planned < today.Year && form.State != RecognitionState.NationalCertification))
        {
            return RecognitionOutcome.BadYear;
        }

        if (!DateOnly.TryParseExact(form.OnDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > today || day < last?.OnDate)
        {
            return RecognitionOutcome.BadDay;
        }

        var step = form.State - (last?.State ?? RecognitionState.NotStarted);
        if (step is < 0 or > 1 && form.Note.Length == 0)
        {
            return RecognitionOutcome.NoteMissing;
        }

        if (form.Note.Length > LongestNote)
        {
            return RecognitionOutcome.NoteTooLong;
        }

        var entry = new RecognitionEntry(county.Scope, 0, planned, form.State, day, form.Note, actor, clock.GetUtcNow());
        var audit = new AuditEntry(county.Scope, actor, "recognition.enter", $"county/{county.Code}", AuditResults.Done, clock.GetLocalNow())
        {
            Change = new ValueChange(last is null ? null : Said(last), Said(entry)),
        };
        return await recognitions.AddAsync(entry, form.BasedOn, audit, cancellation) ? RecognitionOutcome.Done : RecognitionOutcome.Outdated;
    }

    private static string Said(RecognitionEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.PlannedYear} {entry.State} {entry.OnDate:yyyy-MM-dd}");
}
