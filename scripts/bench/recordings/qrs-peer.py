"""R peaks by MNE: mne.preprocessing.ecg.qrs_detector with its defaults.

Usage: qrs-peer.py SIGNAL RATE RUNS; SIGNAL holds float32 samples in mV. Prints one JSON object: seconds of each run, and the peaks as samples.
"""
import json
import sys
import time

import mne
import numpy as np
from mne.preprocessing.ecg import qrs_detector


def main(path, rate, runs):
    signal = np.fromfile(path, dtype="<f4").astype(float)
    mne.set_log_level("ERROR")
    seconds = []
    peaks = qrs_detector(rate, signal)
    for _ in range(runs):
        start = time.perf_counter()
        peaks = qrs_detector(rate, signal)
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"version": mne.__version__, "seconds": seconds, "peaks": [int(peak) for peak in peaks]}))


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
