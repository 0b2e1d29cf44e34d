"""`python -m saksi`: the same as the program `saksi`."""

from saksi.cli import main

if __name__ == "__main__":
    main()
