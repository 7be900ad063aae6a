using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.Templates;
using Junheng.Cli.Arguments;
using Junheng.Cli.Output;
using Junheng.Cli.Texts;
using Junheng.Documents.Definitions;
using Junheng.Documents.Templates;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Cli.Commands;

/// <summary><c>template --out FILE.xlsx</c>: a workbook to be filled in.</summary>
internal sealed class TemplateCommand : ICommand
{
    private const string Layout = "--layout";
    private const string Type = "--type";
    private const string LastYear = "--last-year";
    private const string Standard = "--standard";
    private const string Out = "--out";
    private const string Force = "--force";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "template",
        TemplateTexts.Summary,
        [],
        [
            new OptionSpec(Layout, "unit|school", TemplateTexts.Layout),
            new OptionSpec(Type, "SCHOOL_TYPE", TemplateTexts.Type, Repeats: true),
            new OptionSpec(LastYear, "FILE", TemplateTexts.LastYear),
            new OptionSpec(Standard, "ID|FILE", AssessTexts.Standard),
            new OptionSpec(Out, "FILE.xlsx", TemplateTexts.Out, IsRequired: true),
            new OptionSpec(Force, null, TemplateTexts.Force),
        ],
        [TemplateTexts.Colours],
        [
            new CommandExample("template --out template.xlsx", TemplateTexts.ExamplePlain),
            new CommandExample("template --last-year samples/county/schools.xlsx --type primary --type nine_year --out template.xlsx --force", TemplateTexts.ExampleLastYear),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var request = Read(call, errors);
        var path = call.Arguments.Value(Out)!;
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add($"--out 要以 .xlsx 结尾，不能是“{path}”", $"--out ends in .xlsx, not '{path}'");
        }

        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var template = new MemoryStream();
        var outcome = new WriteTemplate(StandardFiles.BesideProgram, new TemplateWorkbooks()).Run(request, template);
        if (outcome is TemplateOutcome.Refused refused)
        {
            return Refusal.Of(TemplateTexts.Refused.In(call.Language), refused.Findings, call.Terminal, call.Language);
        }

        var bytes = template.ToArray();
        if (!call.Arguments.Has(Force) && WouldOverwrite(path, bytes))
        {
            errors.Add(TemplateTexts.WouldOverwrite.Say(Domain.Text.Language.Zh, path), TemplateTexts.WouldOverwrite.Say(Domain.Text.Language.En, path));
            return call.Refuse(errors);
        }

        JsonOutput.ToFile(path, stream => stream.Write(bytes));
        var plan = ((TemplateOutcome.Written)outcome).Plan;
        var page = call.NewPage();
        page.Line(TemplateTexts.Written.Say(call.Language, path, plan.Columns.Length, plan.LastYear.Length));
        call.Terminal.Write(page.ToString());
        return ExitCodes.Done;
    }

    private static TemplateRequest Read(CommandCall call, UsageErrors errors)
    {
        var arguments = call.Arguments;
        var layout = arguments.Value(Layout);
        if (layout is not (null or "unit" or "school"))
        {
            errors.Add($"--layout 只能是 unit 或 school，不能是“{layout}”", $"--layout is unit or school, not '{layout}'");
        }

        var types = ImmutableArray.CreateBuilder<SchoolType>();
        foreach (var text in arguments.Values(Type))
        {
            var type = SchoolTypes.Parse(text);
            if (type == SchoolType.Unknown)
            {
                var known = string.Join(", ", SchoolTypes.Ids.Skip(1));
                errors.Add($"没有学校类型“{text}”，可用：{known}", $"There is no school type '{text}'; there are {known}");
            }
            else if (!types.Contains(type))
            {
                types.Add(type);
            }
        }

        return new TemplateRequest(
            StandardRequest.Of(arguments.Value(Standard) ?? StandardRequest.DefaultId),
            layout switch { "unit" => TableLayout.Unit, "school" => TableLayout.School, _ => null },
            types.ToImmutable(),
            arguments.Value(LastYear) is { } path ? new InputFile(path) : null,
            call.Language);
    }

    /// <summary>A workbook that somebody has begun to fill in must not be lost.</summary>
    private static bool WouldOverwrite(string path, byte[] template)
    {
        try
        {
            return File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(template);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputRefusedException(path, fault);
        }
    }
}
