using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Returned;

/// <summary>A workbook that was written.</summary>
/// <param name="Input">The input's name without folder.</param>
/// <param name="Path">Where its marked copy lies.</param>
/// <param name="Errors">Errors marked in it.</param>
/// <param name="Warnings">Warnings marked in it.</param>
public sealed record ReturnedFile(string Input, string Path, int Errors, int Warnings);

/// <summary>What came of returning workbooks.</summary>
public abstract record ReturnOutcome
{
    private ReturnOutcome()
    {
    }

    /// <summary>The workbooks are written, one an input.</summary>
    public sealed record Written(ImmutableArray<ReturnedFile> Files) : ReturnOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Reason">Why, for the person who asked.</param>
    public sealed record Refused(LocalizedText Reason) : ReturnOutcome;
}

/// <summary>
/// Use case: give inputs back with everything found marked in them. The first input goes to the target itself, every further one to the target's name
/// with the input's behind it (<c>back.xlsx</c>, <c>back-schools2.xlsx</c>). Of a folder or archive those files go back that something was found in. An input is never
/// written over; a broken run leaves the old file or the new one, never half of one.
/// </summary>
public sealed class ReturnWorkbooks(IReturnedWorkbooks workbooks, IPaperMembers members)
{
    private const string Extension = ".xlsx";

    private static StringComparison Paths => OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Writes a marked copy of each input.</summary>
    /// <param name="inputs">The inputs, at least one; their names without folder tell whose a finding is.</param>
    /// <param name="findings">What was found in all of them.</param>
    /// <param name="target">The path of the first copy; ends in <c>.xlsx</c>.</param>
    /// <param name="headingRows">The last row of headings, from 1, by sheet, where a form has several; null where they stand in the first row with content.</param>
    /// <exception cref="IOException">A copy cannot be written.</exception>
    public ReturnOutcome Run(IReadOnlyList<InputFile> inputs, IReadOnlyList<Finding> findings, string target, IReadOnlyDictionary<string, int>? headingRows = null)
    {
        if (ReasonAgainst(inputs, target) is { } reason)
        {
            return new ReturnOutcome.Refused(reason);
        }

        var files = inputs.SelectMany(input => members.Of(input)?.Where(member => findings.Any(finding => IsMarked(finding) && IsOf(finding, member))) ?? [input]).ToList();
        var targets = TargetsOf(files, target);
        return new ReturnOutcome.Written([.. files.Zip(targets, (input, path) => Write(input, findings, path, headingRows))]);
    }

    /// <summary>Why copies of inputs cannot go to a target, before anything is read; null when they can.</summary>
    public static LocalizedText? ReasonAgainst(IReadOnlyList<InputFile> inputs, string target)
    {
        if (!target.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return new($"退回的工作簿要以 .xlsx 结尾，不能是“{target}”", $"The returned workbook's name ends in .xlsx, not '{target}'");
        }

        if (inputs.GroupBy(input => Path.GetFileName(input.Name), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new($"两个输入文件都叫“{twice.Key}”，分不清问题在哪一个里，请改名或分开检查", $"Two inputs are named '{twice.Key}', so that findings cannot be told apart; rename one or read them one by one");
        }

        var targets = TargetsOf(inputs, target);
        return inputs.FirstOrDefault(input => input.Content is null && targets.Any(each => IsSame(each, input.Name))) is { } over
            ? new($"退回的工作簿不能写到输入文件 {over.Name} 上，请换一个文件名", $"The returned workbook must not overwrite the input {over.Name}; choose another name")
            : null;
    }

    private static List<string> TargetsOf(IReadOnlyList<InputFile> inputs, string target)
    {
        var targets = new List<string>();
        foreach (var input in inputs)
        {
            var stem = target[..^Extension.Length];
            var wanted = targets.Count == 0 ? target : $"{stem}-{NameOf(input)}{Extension}";
            for (var n = 2; targets.Exists(taken => IsSame(taken, wanted)); n++)
            {
                wanted = $"{stem}-{NameOf(input)}-{n}{Extension}";
            }

            targets.Add(wanted);
        }

        return targets;
    }

    /// <summary>The input's name without folder and ending; within an archive with the folders in it.</summary>
    private static string NameOf(InputFile input) => Path.GetFileNameWithoutExtension(
        input.Content is null ? input.Name : input.Name[(input.Name.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '-'));

    private ReturnedFile Write(InputFile input, IReadOnlyList<Finding> findings, string path, IReadOnlyDictionary<string, int>? headingRows)
    {
        var own = findings.Where(finding => finding.Place.File is null || IsOf(finding, input)).ToList();
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                workbooks.Write(input, own, file, headingRows);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return new ReturnedFile(input.Content is null ? Path.GetFileName(input.Name) : input.Name, path, own.Count(finding => finding.Severity == Severity.Error), own.Count(finding => finding.Severity == Severity.Warning));
    }

    /// <summary>Whether a finding is about an input: by its name without folder, or by the name within an archive.</summary>
    public static bool IsOf(Finding finding, InputFile input) => finding.Place.File == Path.GetFileName(input.Name) || finding.Place.File == input.Name;

    private static bool IsMarked(Finding finding) => finding.Severity is Severity.Error or Severity.Warning;

    private static bool IsSame(string left, string right)
    {
        try
        {
            return string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), Paths);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}
