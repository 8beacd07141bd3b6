"""Service directories in the Open Referral UK standard (the UK profile of the Human Services Data Specification 3.0).

`taking` reads what others publish and says what it would be as offers; `publishing` is the council's own offer in the
standard; `admin` are the screens. What is written to the database is in `content.services.directory`.
"""
