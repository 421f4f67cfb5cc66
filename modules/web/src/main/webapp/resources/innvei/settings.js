// Read by the design system's script when it loads.
window.dsWarnings = false;
