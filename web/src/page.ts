// What pages without the explorer need: the styles they share.
import "./styles/base.css";
