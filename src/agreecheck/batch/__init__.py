"""Many files, one after another: what fails costs only itself."""
