"""The same work in pandas and scikit-learn: read, features, Isolation Forest, and the points of the first plot.

Usage: peer.py FILE.csv TRAIN.csv; prints one JSON object of seconds. Drawing the PNG itself is left out, in the peer's favour.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from sklearn.ensemble import IsolationForest

FEATURES = ["heart_rate", "hr_diff", "peak_label"]
DRAWN_POINTS = 2000


def features(table):
    """The published features; heart_rate and hr_diff scaled by one shared minimum and maximum per patient."""
    rate = table.groupby("patient_id", sort=False)["heart_rate"]
    hr_diff = rate.diff().abs()
    hr_diff_4 = rate.diff(4).abs()
    steps = hr_diff_4.groupby(table["patient_id"], sort=False)
    peak_label = (hr_diff_4 > steps.transform("mean") + steps.transform("std")).astype(float)
    made = pd.DataFrame({"heart_rate": table["heart_rate"], "hr_diff": hr_diff, "peak_label": peak_label}).dropna()
    patient = made[["heart_rate", "hr_diff"]].groupby(table["patient_id"], sort=False)
    low = patient.transform("min").min(axis=1)
    high = patient.transform("max").max(axis=1)
    for column in ("heart_rate", "hr_diff"):
        made[column] = (made[column] - low) / (high - low)
    return made


def plot_points(table, predicted):
    """First patient: the extremes of each pixel column, and every predicted row."""
    patient = table[table["patient_id"] == table["patient_id"].iloc[0]]
    columns = np.linspace(0, DRAWN_POINTS // 2, len(patient), endpoint=False).astype(int)
    rate = patient["heart_rate"].groupby(columns)
    return set(rate.idxmin()) | set(rate.idxmax()) | set(predicted.index[predicted & (predicted.index < len(patient))])


def main(path, train_path):
    stamps = [time.perf_counter()]

    def lap():
        stamps.append(time.perf_counter())
        return stamps[-1] - stamps[-2]

    train = features(pd.read_csv(train_path))[FEATURES].to_numpy()
    forest = IsolationForest(n_estimators=100, contamination=0.004, random_state=0, n_jobs=-1).fit(train)
    fit_s = lap()
    table = pd.read_csv(path)
    read_s = lap()
    made = features(table)
    features_s = lap()
    score = -forest.decision_function(made[FEATURES].to_numpy())
    forest_s = lap()
    points = plot_points(table, pd.Series(score >= 0, index=made.index))
    plot_s = lap()
    print(json.dumps({
        "fitS": fit_s, "readS": read_s, "featuresS": features_s, "forestS": forest_s, "plotS": plot_s,
        "totalS": stamps[-1] - stamps[0], "rows": len(table), "points": len(points),
    }))


main(sys.argv[1], sys.argv[2])
