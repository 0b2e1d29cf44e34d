"""A strong, slow reader that is trained on the treebanks and marks raw news for the pipelines to learn from."""
