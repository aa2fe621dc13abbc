// What pages without the explorer need: the styles they share, and their copies for use without a network.
import "./styles/base.css";
import "./styles/charts.css";
import "./styles/how.css";
import "./styles/record.css";
import { keepOffline } from "./offline.ts";

keepOffline();
