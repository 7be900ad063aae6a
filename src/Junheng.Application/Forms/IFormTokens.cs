namespace Junheng.Application.Forms;

/// <summary>What is known of a form that is handed in.</summary>
/// <param name="IsFirst">Whether it is handed in for the first time.</param>
/// <param name="Location">Where the first answer led; null while it is not there yet.</param>
public sealed record FormClaim(bool IsFirst, string? Location);

/// <summary>Every form carries a token, so that handing it in twice does its work once.</summary>
public interface IFormTokens
{
    /// <summary>Claims a token for the work of the form.</summary>
    Task<FormClaim> ClaimAsync(string token, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Notes where the answer led.</summary>
    Task DoneAsync(string token, string location, CancellationToken cancellation);

    /// <summary>Gives the token back: the form was refused and may be mended and handed in again.</summary>
    Task ReleaseAsync(string token, CancellationToken cancellation);
}
