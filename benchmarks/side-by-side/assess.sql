-- The resource verdicts of cn-2017-quality-balance with the meanings of docs/contracts: scope, missing, exact ties, floors, 6 of 7.
-- Figures have at most two decimals, so a hundredfold figure is a whole number and comparisons with thresholds are exact in doubles.
CREATE OR REPLACE TEMP TABLE units AS
WITH scoped AS (
  SELECT *, enrolment AS p FROM w
  WHERE NOT coalesce(enrolment = 0, false)
    AND NOT coalesce(school_type IN ('special', 'vocational'), false)
    AND NOT coalesce(school_type = 'teaching_point' AND enrolment < 50, false)
),
compared AS (
  SELECT s.county_code, s.school_code, s.stage,
    {{BELOW}} AS below, {{UNDER_FLOOR}} AS under_floor, {{MISSING}} AS missing
  FROM scoped s JOIN norms n USING (stage)
)
SELECT county_code, school_code, stage,
  CASE WHEN below > 1 OR under_floor THEN 'not_met' WHEN missing THEN 'undecided' ELSE 'met' END AS verdict
FROM compared;

CREATE OR REPLACE TEMP TABLE spreads AS
WITH scoped AS (
  SELECT *, enrolment AS p FROM w
  WHERE NOT coalesce(enrolment = 0, false)
    AND NOT coalesce(school_type IN ('special', 'vocational'), false)
    AND NOT coalesce(school_type = 'teaching_point' AND enrolment < 50, false)
),
sums AS (
  SELECT county_code, stage, count(*) AS units, {{SUMS}}
  FROM scoped GROUP BY county_code, stage
)
SELECT county_code, stage, {{SPREADS}} FROM sums JOIN norms n USING (stage);
