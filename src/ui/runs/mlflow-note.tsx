import styles from "./runs.module.css";

/** How an exported store is opened; of MLflow's file store, see its “Migrate from file store”. */
export function MlflowNote() {
  return (
    <p className={styles.quiet}>
      An export opens in MLflow: unpack it and run <code>mlflow ui</code> in the folder that holds <code>mlruns</code>. From version 3.13 on, MLflow reads such folders with <code>MLFLOW_ALLOW_FILE_STORE=true</code>,
      or after <code>mlflow migrate-filestore</code>.
    </p>
  );
}
