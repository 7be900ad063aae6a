using Junheng.Domain.Schools;

namespace Junheng.Application.WhatIf;

/// <summary>Which number of an indicator a scenario changes.</summary>
public enum NormKind : byte
{
    /// <summary>What a unit must reach.</summary>
    Norm = 0,

    /// <summary>What the one excepted indicator must still reach.</summary>
    Floor = 1,

    /// <summary>What the coefficient of variation must not exceed.</summary>
    Limit = 2,
}

/// <summary>One thing that a scenario says otherwise than the baseline. Its key is stable and stands in forms, in storage and in the exported file.</summary>
public abstract record ScenarioChange
{
    private const char Separator = ':';
    private const string NoStage = "-";

    private ScenarioChange(string text) => Text = text;

    /// <summary>What it is changed to: a decimal, a setting's value; empty = the cell is blank.</summary>
    public string Text { get; }

    /// <summary>What is changed.</summary>
    public abstract string Key { get; }

    /// <summary>A change from its key and text; null when the key is none.</summary>
    public static ScenarioChange? Parse(string key, string text)
    {
        var parts = key.Split(Separator);
        return parts switch
        {
            ["s", var id] => new Setting(id, text),
            ["n", var indicator, var stage, var kind] when Stages.Parse(stage) is not Stage.None and var known && KindOf(kind) is { } which => new Norm(indicator, known, which, text),
            ["c", _, _, _, ..] when parts[^2] == NoStage || Stages.Parse(parts[^2]) != Stage.None =>
                new Cell(string.Join(Separator, parts[1..^2]), parts[^2] == NoStage ? Stage.None : Stages.Parse(parts[^2]), parts[^1], text),
            _ => null,
        };
    }

    private static NormKind? KindOf(string id) => id switch { "norm" => NormKind.Norm, "floor" => NormKind.Floor, "limit" => NormKind.Limit, _ => null };

    /// <summary>A cell of the table of schools.</summary>
    public sealed record Cell : ScenarioChange
    {
        /// <summary>A cell.</summary>
        /// <param name="school">School code.</param>
        /// <param name="stage">The row's stage in the unit layout; none in the school layout.</param>
        /// <param name="column">Public column id, staged where staged.</param>
        /// <param name="text">Its decimal text; empty = blank.</param>
        public Cell(string school, Stage stage, string column, string text)
            : base(text) => (School, Stage, Column) = (school, stage, column);

        /// <summary>School code.</summary>
        public string School { get; }

        /// <summary>The row's stage in the unit layout; none in the school layout.</summary>
        public Stage Stage { get; }

        /// <summary>Public column id.</summary>
        public string Column { get; }

        /// <inheritdoc/>
        public override string Key => $"c:{School}:{(Stage == Stage.None ? NoStage : Stage.Id())}:{Column}";
    }

    /// <summary>A norm, floor or limit of an indicator at a stage.</summary>
    public sealed record Norm : ScenarioChange
    {
        /// <summary>A number of an indicator.</summary>
        public Norm(string indicator, Stage stage, NormKind kind, string text)
            : base(text) => (Indicator, Stage, Kind) = (indicator, stage, kind);

        /// <summary>Its id.</summary>
        public string Indicator { get; }

        /// <summary>The stage.</summary>
        public Stage Stage { get; }

        /// <summary>Which number.</summary>
        public NormKind Kind { get; }

        /// <inheritdoc/>
        public override string Key => $"n:{Indicator}:{Stage.Id()}:{Kind.ToString().ToLowerInvariant()}";
    }

    /// <summary>A setting of the standard.</summary>
    public sealed record Setting : ScenarioChange
    {
        /// <summary>A setting.</summary>
        public Setting(string id, string text)
            : base(text) => Id = id;

        /// <summary>Its id.</summary>
        public string Id { get; }

        /// <inheritdoc/>
        public override string Key => $"s:{Id}";
    }
}
