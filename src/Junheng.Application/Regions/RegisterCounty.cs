using Junheng.Application.Audit;

namespace Junheng.Application.Regions;

/// <summary>What came of putting a county on record.</summary>
public enum CountyOutcome
{
    /// <summary>It is on record.</summary>
    Done,

    /// <summary>The code has not six digits, or the name is blank or too long.</summary>
    Unfit,

    /// <summary>There is a county of the code already.</summary>
    Known,
}

/// <summary>Use case: the system administrator puts a county on record.</summary>
public sealed class RegisterCounty(ICountyRegister counties, TimeProvider clock)
{
    private const int CodeLength = 6;
    private const int LongestName = 40;

    /// <summary>Puts it on record.</summary>
    public async Task<CountyOutcome> RunAsync(string code, string name, string actor, CancellationToken cancellation)
    {
        if (code.Length != CodeLength || !code.All(char.IsAsciiDigit) || name.Length is 0 or > LongestName)
        {
            return CountyOutcome.Unfit;
        }

        return await counties.AddAsync(code, name, AuditEntries.Done(actor, "county.register", $"county/{code}", clock.GetUtcNow()), cancellation) ? CountyOutcome.Done : CountyOutcome.Known;
    }
}
