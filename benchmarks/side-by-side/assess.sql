-- The resource verdicts of cn-2017-quality-balance with the meanings of docs/contracts: scope, missing, exact ties, floors, 6 of 7.
-- A unit's verdict is 0 undecided, 1 met, 2 not met. Figures have at most two decimals, so a hundredfold figure is a whole number and comparisons with thresholds are exact in doubles.
CREATE OR REPLACE TEMP TABLE units AS
WITH scoped AS (
  SELECT *, enrolment AS p FROM w
  WHERE NOT coalesce(enrolment = 0, false)
    AND NOT coalesce(school_type IN ('special', 'vocational'), false)
    AND NOT coalesce(school_type = 'teaching_point' AND enrolment < 50, false)
),
whole AS (
  SELECT county_code, school_code, stage, p, stage = 'primary' AS is_primary, {{WHOLE}} FROM scoped
),
compared AS (
  SELECT county_code, school_code, stage, {{BELOW}} AS below, {{UNDER_FLOOR}} AS under_floor, {{MISSING}} AS missing
  FROM whole
)
SELECT county_code, school_code, stage, (CASE WHEN below > 1 OR under_floor THEN 2 WHEN missing THEN 0 ELSE 1 END)::UTINYINT AS verdict
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
