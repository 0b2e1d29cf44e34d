"""How the language pipelines of Saksi are trained, scored and packaged, repeatable from public treebanks."""
