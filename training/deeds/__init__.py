"""How the forests are trained that weigh who acts and who undergoes."""
