import "./trusted-types.ts";
import { createAccounts } from "../db/accounts/create-accounts.ts";
import "../ui/shared/base.css";
import { runApp } from "./run-app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id “root”.");
runApp(root, createAccounts(), __APP_VERSION__);
