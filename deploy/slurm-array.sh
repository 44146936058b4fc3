#!/bin/bash
# Eight tasks share an archive: sbatch deploy/slurm-array.sh, from the project's folder after `npm ci`.
# A task that was killed is started again by the same line: what is answered is passed over.
#SBATCH --job-name=isoline-predict
#SBATCH --array=0-7
#SBATCH --cpus-per-task=1
#SBATCH --mem=4G
set -euo pipefail
npm run -s predict -- arrhythmia --list files.txt --out answers --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
