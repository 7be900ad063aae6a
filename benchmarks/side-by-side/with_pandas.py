"""pandas as an engine: `with_pandas.py FILE` judges a file and prints counts; `with_pandas.py serve FILE` answers commands line by line."""
import sys
import time

import numpy as np
import pandas as pd

ITEMS = ["above_degree_teachers", "backbone_teachers", "pe_art_teachers", "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms"]
SCALE = np.array([100, 100, 100, 1, 1, 1, 100.0])
NORM = {"primary": [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3], "junior": [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4]}
FLOOR = {"primary": [3.57, 0.85, 0.765, 3.825, 6.375, 1700, 1.955], "junior": [4.505, 0.85, 0.765, 4.93, 8.67, 2125, 2.04]}
LIMIT = {"primary": 0.5, "junior": 0.45}


def read(file):
    texts = {name: "category" for name in ["county_code", "stage", "school_type"]}
    return pd.read_csv(file, dtype=texts | {"school_code": str, "enrolment": float} | {item: float for item in ITEMS})


def assess(table):
    kind, pupils = table["school_type"], table["enrolment"]
    inside = ~((pupils == 0) | kind.isin(["special", "vocational"]) | ((kind == "teaching_point") & (pupils < 50)))
    units = table[inside]
    stage_is_junior = (units["stage"] == "junior").to_numpy()
    pupils = units["enrolment"].to_numpy()
    figures = units[ITEMS].to_numpy()

    # Figures have at most two decimals: hundredfold they are whole, and comparisons with thresholds in thousandths are exact.
    whole = np.rint(figures * 100) * (10 * SCALE)
    norm = np.rint(np.array([NORM["primary"], NORM["junior"]]) * 1000)[stage_is_junior.astype(int)]
    floor = np.rint(np.array([FLOOR["primary"], FLOOR["junior"]]) * 1000)[stage_is_junior.astype(int)]
    below = (whole < pupils[:, None] * norm).sum(axis=1)
    under_floor = (whole < pupils[:, None] * floor).any(axis=1)
    missing = np.isnan(figures).any(axis=1) | np.isnan(pupils)
    verdicts = np.where((below > 1) | under_floor, "not_met", np.where(missing, "undecided", "met"))

    known = ~np.isnan(figures) & ~np.isnan(pupils)[:, None]
    amounts = np.where(known, figures, 0)
    weights = np.where(known, pupils[:, None], 0)
    sums = pd.DataFrame(np.hstack([known, amounts, weights, amounts * amounts / pupils[:, None]]), index=units.index)
    groups = sums.groupby([units["county_code"], units["stage"]], observed=True, sort=False)
    total, size = groups.sum(), groups.size().to_numpy()[:, None]
    n, x, p, q = np.hsplit(total.to_numpy(), 4)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = SCALE * x / p
        cv = np.where(x > 0, np.sqrt(np.maximum(p * q / (x * x) - 1, 0)), np.nan)
    reason = np.where(n < size, "missing", np.where(x == 0, "zero_mean", ""))
    limit = np.array([LIMIT[stage] for stage in total.index.get_level_values(1)])[:, None]
    cv_verdict = np.where(reason != "", "undecided", np.where(cv <= limit, "met", "not_met"))
    return units, verdicts, total.index, mean, cv, reason, cv_verdict


def counts(result):
    def text(verdicts):
        return " ".join(str(int((verdicts == name).sum())) for name in ["met", "not_met", "undecided"])
    return f"units {text(result[1])} cvs {text(result[6])}"


def write(result, path):
    units, verdicts, index, mean, cv, reason, cv_verdict = result
    pd.DataFrame({"c": units["county_code"].astype(str), "s": units["school_code"], "t": units["stage"].astype(str), "v": verdicts}).to_csv(path + ".units.csv", header=False, index=False)
    with open(path + ".spreads.csv", "w", encoding="utf-8") as file:
        for at, (county, stage) in enumerate(index):
            for k in range(len(ITEMS)):
                number = "" if np.isnan(cv[at, k]) else repr(float(cv[at, k]))
                average = "" if np.isnan(mean[at, k]) else repr(float(mean[at, k]))
                file.write(f"{county},{stage},{k},{average},{number},{reason[at, k]},{cv_verdict[at, k]}\n")
    return "ok"


def milliseconds(work):
    start = time.perf_counter()
    work()
    return repr((time.perf_counter() - start) * 1000)


def serve(file):
    nation = read(file)
    county = nation[nation["county_code"] == nation["county_code"].iloc[0]].copy()
    print("ready", flush=True)
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        if command == "memory":
            answer = milliseconds(lambda: assess(nation))
        elif command == "county":
            answer = milliseconds(lambda: assess(county))
        elif command == "counts":
            answer = counts(assess(nation))
        else:
            answer = write(assess(nation), argument)
        print(answer, flush=True)


if sys.argv[1] == "serve":
    serve(sys.argv[2])
else:
    print(counts(assess(read(sys.argv[1]))))
