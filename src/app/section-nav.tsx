import { formatRoute, type Route } from "./routes.ts";
import styles from "./section-nav.module.css";

interface Section {
  readonly label: string;
  readonly screens: readonly { readonly route: Route; readonly label: string }[];
}

const SECTIONS: readonly Section[] = [
  {
    label: "Models",
    screens: [
      { route: { screen: "models" }, label: "Registry" },
      { route: { screen: "runs" }, label: "Runs" },
      { route: { screen: "train", modelId: null }, label: "Train" },
      { route: { screen: "evaluation-sets" }, label: "Evaluation sets" },
    ],
  },
  {
    label: "System",
    screens: [
      { route: { screen: "settings" }, label: "Settings" },
      { route: { screen: "accounts" }, label: "Accounts" },
      { route: { screen: "backup" }, label: "Backup" },
      { route: { screen: "log" }, label: "Activity log" },
      { route: { screen: "diagnostics" }, label: "Diagnostics" },
      { route: { screen: "interface" }, label: "Interface" },
      { route: { screen: "privacy" }, label: "Privacy" },
      { route: { screen: "licences" }, label: "Licences" },
    ],
  },
];

/** One of several of a kind belongs to their list. */
function placeOf(screen: Route["screen"]): Route["screen"] {
  if (screen === "model") return "models";
  return screen === "run" || screen === "compare-runs" ? "runs" : screen;
}

/** The screens beside the one of the route, where it belongs to several. */
export function SectionNav({ route }: { readonly route: Route }) {
  const place = placeOf(route.screen);
  const section = SECTIONS.find(({ screens }) => screens.some((each) => each.route.screen === place));
  if (section === undefined) return null;
  return (
    <nav aria-label={section.label} className={styles.nav}>
      {section.screens.map(({ route: to, label }) => (
        <a key={label} href={formatRoute(to)} aria-current={to.screen === place ? (to.screen === route.screen ? "page" : true) : undefined}>{label}</a>
      ))}
    </nav>
  );
}
