"""Trains the shipped 1D-CNN's network with PyTorch: prints the seconds from the beats in memory to the last epoch's weights."""
import sys
import time

import numpy as np
import torch
from torch import nn

file, epochs = sys.argv[1], int(sys.argv[2])
rows = np.loadtxt(file, delimiter=",", dtype=np.float32)
samples, label = torch.from_numpy(rows[:, :187]).unsqueeze(1), torch.from_numpy(rows[:, 187]).long()
kept = len(label) // 20
torch.manual_seed(1)


def block(channels, filters, size):
    return [nn.Conv1d(channels, filters, size, padding="same", bias=False), nn.BatchNorm1d(filters), nn.ReLU(), nn.MaxPool1d(2)]


start = time.perf_counter()
model = nn.Sequential(
    *block(1, 16, 7), *block(16, 32, 5), *block(32, 64, 5), *block(64, 96, 5),
    nn.Flatten(), nn.Dropout(0.2), nn.Linear(96 * 11, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 5),
)
optimizer = torch.optim.Adam(model.parameters(), lr=0.002)
for _ in range(epochs):
    model.train()
    for batch in torch.randperm(len(label) - kept).split(128):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(samples[kept + batch]), label[kept + batch]).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        nn.functional.cross_entropy(model(samples[:kept]), label[:kept])
print(time.perf_counter() - start)
