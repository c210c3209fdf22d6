"use strict";
// Runs before the page is drawn, so that the chosen colours do not flash.
try {
  const chosen = localStorage.getItem("peaceops-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch { /* storage is closed to pages opened from a folder in some browsers */ }
