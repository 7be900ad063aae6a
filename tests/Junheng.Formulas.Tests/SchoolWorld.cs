using Junheng.Domain.Numbers;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

/// <summary>A small schema: county → schools → units → classes, teachers; school → rooms; county → ledger entries.</summary>
internal static class SchoolWorld
{
    public static readonly UnitVocabulary Units = new(["pupil", "person", "m2", "yuan", "room", "class", "hour"]);

    public static readonly FormulaSchema Schema = new(
        [
            new("county", "counties", null, [FormulaColumn.Number("area", Units.Parse("m2")), FormulaColumn.Date("census_date")]),
            new("school", "schools", "county",
                [
                    FormulaColumn.Text("school_type", "primary", "nine_year", "teaching_point"),
                    FormulaColumn.Truth("boarding"),
                    FormulaColumn.Number("grounds", Units.Parse("m2")),
                ]),
            new("unit", "units", "school",
                [
                    FormulaColumn.Number("enrolment", Units.Parse("pupil")),
                    FormulaColumn.Number("above_degree_teachers", Units.Parse("person")),
                    FormulaColumn.Number("backbone_teachers", Units.Parse("person")),
                    FormulaColumn.Number("teaching_area", Units.Parse("m2")),
                    FormulaColumn.Text("stage"),
                    FormulaColumn.Number("a", Units.Parse("1")),
                    FormulaColumn.Number("b", Units.Parse("1")),
                    FormulaColumn.Number("c", Units.Parse("1")),
                    FormulaColumn.Truth("p"),
                    FormulaColumn.Truth("q"),
                    FormulaColumn.Date("opened_on"),
                ]),
            new("class", "classes", "unit", [FormulaColumn.Number("pupils", Units.Parse("pupil"))], Units.Parse("class")),
            new("teacher", "teachers", "unit",
                [FormulaColumn.Truth("certified"), FormulaColumn.Number("training_hours", Units.Parse("hour"))],
                Units.Parse("person")),
            new("room", "rooms", "school",
                [FormulaColumn.Number("floor_area", Units.Parse("m2")), FormulaColumn.Text("purpose")],
                Units.Parse("room")),
            new("entry", "entries", "county",
                [FormulaColumn.Number("cost", Units.Parse("yuan")), FormulaColumn.Date("closed_on"), FormulaColumn.Text("state")]),
        ],
        [
            new("scope.teaching_point_min", FormulaValue.Of((Rational)50)),
            new("class.limit", FormulaValue.Of((Rational)45), Units.Parse("pupil")),
            new("census.day", FormulaValue.Of(new DateOnly(2026, 9, 1))),
        ]);

    public static BoundFormula Compile(string text, string level = "unit") => Formula.Compile(text, Schema, level).Required();

    public static FormulaError FirstError(string text, string level = "unit")
    {
        var errors = Formula.Compile(text, Schema, level).Errors;
        Assert.NotEmpty(errors);
        return errors[0];
    }

    public static FormulaValue Evaluate(string text, TestEntity entity) => Compile(text, entity.Level).Evaluate(entity);

    /// <summary>The value of a formula that reads nothing.</summary>
    public static FormulaValue Evaluate(string text) => Evaluate(text, Unit());

    public static FormulaValue Number(string text) => FormulaValue.Of(Rational.ParseDecimal(text));

    public static FormulaValue Fraction(int numerator, int denominator) => FormulaValue.Of(Rational.FromFraction(numerator, denominator));

    public static TestEntity Unit(params (string Name, object? Value)[] columns) => new("unit", "U", columns);

    public static TestEntity Class(string label, object? pupils) => new("class", label, [("pupils", pupils)]);

    public static TestEntity Teacher(string label, object? certified, object? hours = null) =>
        new("teacher", label, [("certified", certified), ("training_hours", hours)]);
}
