import "./styles/base.css";
import "./styles/layout.css";
import "./styles/outcomes.css";
import "./styles/charts.css";
import "./styles/controls.css";
import "./styles/levers.css";
import { keepOffline } from "./offline.ts";
import { startExplorer } from "./start-explorer.ts";

keepOffline();
startExplorer(document.getElementById("app")!);
