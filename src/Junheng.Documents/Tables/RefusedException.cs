using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>Carries a refusal from deep within the readers to the one place that turns it into a result.</summary>
internal sealed class RefusedException(Finding finding) : Exception(finding.Message)
{
    public Finding Finding { get; } = finding;
}
