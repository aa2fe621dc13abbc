import "./styles/base.css";
import "./styles/controls.css";
import "./styles/charts.css";
import "./styles/first-paint.css";
import "./styles/embed.css";
import { startEmbed } from "./start-embed.ts";

startEmbed(document.getElementById("app")!);
