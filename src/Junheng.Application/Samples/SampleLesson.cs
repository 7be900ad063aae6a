namespace Junheng.Application.Samples;

/// <summary>One thing the sample county teaches: planted on purpose in its 2026 rows, for every seed.</summary>
/// <param name="Id">Stable ASCII id.</param>
/// <param name="Chinese">One or two sentences in zh-CN.</param>
/// <param name="English">The same in English.</param>
/// <param name="SchoolCode">School code; "" for a lesson about the whole county.</param>
/// <param name="Stage">primary, junior, or "" where the lesson is about the school as a whole.</param>
/// <param name="Indicator">R1…R7, G4, G5, or "" where it is about scope or the series.</param>
public sealed record SampleLesson(string Id, string Chinese, string English, string SchoolCode, string Stage, string Indicator);
